"""The languages that Annals speaks; apart from their words, so that a command's help costs nothing else."""

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
