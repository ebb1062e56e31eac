"""The address of the emergency cards: /<language>/emergency/, short enough to be told by telephone."""

from django.urls import path

from sampan.rights import views

app_name = "emergency"
urlpatterns = [path("", views.emergency, name="cards")]
