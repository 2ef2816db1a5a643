"""What pages draw: measured and laid out here as plain values, drawn by templates."""
