"""The sample company's texts, records and pictures, read from resources/sample."""
