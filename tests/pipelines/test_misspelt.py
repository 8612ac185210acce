"""A firm that names what nobody knows hears it before the night."""

from pathlib import Path

import pytest

from pipelines.firm import FirmError, read_firm

WHOLE = 'name = "Tiny"\nreporting_currency = "USD"\n[systems]\ncrm = "salesforce"\n'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            '[fields.salesforce]\n"deals.list_amout" = "L__c"',
            "Perhaps deals.list_amount",
        ),
        ('[fields.salesforce]\n"turnover" = "L__c"', "'turnover', which is no column"),
        ('[calendar]\nworking_days = ["monday"]', r"working_days has \['monday'\]"),
        ("[limits]\nfreezing = 3", r"\[limits\] has \['freezing'\]. Use freeze"),
        ('[stages.salesforce]\nwin = ["Closed Won"]', r"\['win'\]. Use won, lost"),
    ],
)
def test_what_nobody_knows_is_named_with_what_to_write(
    tmp_path: Path, written: str, told: str
) -> None:
    path = tmp_path / "firm.toml"
    path.write_text(WHOLE + written)
    with pytest.raises(FirmError, match=told):
        read_firm(path)


def test_what_everybody_knows_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "firm.toml"
    path.write_text(f'{WHOLE}[fields.salesforce]\n"deals.list_amount" = "List__c"')
    assert read_firm(path).fields["salesforce"] == {"deals.list_amount": "List__c"}
