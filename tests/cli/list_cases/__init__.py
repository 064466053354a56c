"""The cases of tests/cli/list_reading.py: of each its title, the file, and what is right."""
