"""Random firms, clean and faulty, written as the files that `imports` reads."""
