"""Scoring runs against judgements."""
