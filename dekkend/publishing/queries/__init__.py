"""What can be asked about the documents of schools and of a region?"""

from dekkend.publishing.queries.editions import edition_of, pictures_of, version_to_print

__all__ = ["edition_of", "pictures_of", "version_to_print"]
