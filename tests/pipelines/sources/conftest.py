"""Every system, served once for all tests that disturb one."""

import pytest

from tests.pipelines.sources.estate import estate


@pytest.fixture(scope="session")
def disturbable(tmp_path_factory: pytest.TempPathFactory):
    with estate(tmp_path_factory.mktemp("sandbox")) as found:
        yield found
