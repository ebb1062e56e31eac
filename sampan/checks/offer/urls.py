"""Addresses of the offer check, below /<language>/check/offer/."""

from django.urls import path

from sampan.checks.offer import planned, views

app_name = "offer"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("result", views.result, name="result"),
    path("working", views.working, name="working"),
    path("help", views.helped, name="help"),
    path("print", views.printed, name="print"),
    path("plan", planned.plan, name="plan"),
    path("pdf", views.pdf, name="pdf"),
]
