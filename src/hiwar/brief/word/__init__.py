"""The brief as a Word document, on a template that its readers can restyle."""

from hiwar.brief.word.write import TemplateError, docx

__all__ = ["TemplateError", "docx"]
