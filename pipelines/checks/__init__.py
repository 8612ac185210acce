"""What may be wrong with the firm's data, as Great Expectations suites.

A dbt test that fails means that we are wrong, and stops the night. An expectation
that fails means that a record in a source system is wrong; it becomes a row in
quality.findings that says where to fix it, and the night goes on.

The records that a suite judges are written by a dbt model `int_<suite>__examined`: one
row per record and claim, whose `sentence` is empty when nothing is wrong with it.
"""
