"""Text in, sentences, words and phrases out."""
