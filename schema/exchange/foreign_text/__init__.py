"""A foreign text (an article, a report, a draft) as paragraphs that know on which line or page each word stood."""
