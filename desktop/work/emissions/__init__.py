"""Emissions from activity data: which sources a company counts, with which factors, and what they add up to."""
