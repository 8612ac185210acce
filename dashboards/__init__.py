"""The pages: each answers one question from the published warehouse."""
