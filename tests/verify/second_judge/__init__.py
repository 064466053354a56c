"""The parts of tests/verify/second_judge.py."""
