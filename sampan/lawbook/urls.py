"""Addresses of the law explorer, below /<language>/law/."""

from django.urls import path

from sampan.lawbook import views

app_name = "lawbook"
urlpatterns = [
    path("", views.index, name="index"),
    path("rule/<str:name>", views.rule, name="rule"),
    path("values/<str:name>", views.values, name="values"),
    path("compare", views.compare, name="compare"),
    path("unverified", views.unverified, name="unverified"),
    path("checked", views.checked, name="checked"),
]
