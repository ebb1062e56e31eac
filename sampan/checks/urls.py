"""Addresses of every check that is declared as data, below /<language>/check/<name>/."""

from django.urls import path

from sampan.checks import views

app_name = "check"
urlpatterns = [
    path("<slug:name>/", views.ask, name="ask"),
    path("<slug:name>/result", views.result, name="result"),
    path("<slug:name>/working", views.working, name="working"),
    path("<slug:name>/help", views.helped, name="help"),
    path("<slug:name>/print", views.printed, name="print"),
    path("<slug:name>/pdf", views.pdf, name="pdf"),
]
