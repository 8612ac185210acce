"""An invented firm, served over HTTP the way each system really answers."""
