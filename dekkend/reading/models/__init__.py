"""What is stored of documents that are being read and checked?"""

from dekkend.reading.models.checking import Decision, RememberedAnswer
from dekkend.reading.models.documents import SourceDocument, UploadBatch

__all__ = ["Decision", "RememberedAnswer", "SourceDocument", "UploadBatch"]
