"""The deeds of work over millions of reports: Parquet in and out, in stages that a killed run goes on at."""
