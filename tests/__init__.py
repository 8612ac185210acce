"""The tests; this file keeps `tests.dashboards` apart from `dashboards`."""
