from schema.validation.statements.numerals import UnitWords
from schema.validation.statements.reading import read
from tests.remembered import caches, forget


def test_what_functions_remember_is_forgotten_when_mutants_are_tested():
    read("5 t", "en", UnitWords("t\tt"))
    assert read in list(caches())
    assert read.cache_info().currsize
    forget()
    assert not read.cache_info().currsize
