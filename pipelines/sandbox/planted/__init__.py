"""The mistakes, by where in the firm's life they are made."""
