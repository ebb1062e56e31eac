"""Addresses of the guides, below /<language>/rights/. Each article has an address of its own, for ever."""

from django.urls import path

from sampan.rights import views
from sampan.rights.shelf import shelf

app_name = "rights"
urlpatterns = [
    path("", views.index, name="index"),
    *(path(f"{slug}/", views.article, {"slug": slug}, name=slug) for slug in shelf().articles),
    path("<slug:slug>/print", views.printed, name="print"),
    path("<slug:slug>/pdf", views.pdf, name="pdf"),
]
