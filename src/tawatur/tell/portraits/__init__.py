"""What the record tells of one entity, in parts."""
