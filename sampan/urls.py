"""All addresses: public pages begin with the language, the API lives under /api/."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from ninja import NinjaAPI

from sampan.checks.api import all_checks
from sampan.checks.offer.api import router as offer_api
from sampan.nav import ORDER
from sampan.web.offline import worker
from sampan.web.views import home
from sampan.web.words import words

api = NinjaAPI(
    title="Sampan",
    version="1",
    description="Holds an offer, a payslip and other papers against the law in force on their dates. "
                "Nothing that is sent is kept.",
    docs_url=None,
    openapi_url="/openapi.json",
)
api.add_router("", offer_api)
api.add_router("", all_checks())

urlpatterns = [
    path("api/", api.urls),
    path("sw.js", worker, name="worker"),
    *i18n_patterns(
        path("", home, {"order": ORDER}, name="home"),
        path("words/", words, name="words"),
        path("check/offer/", include("sampan.checks.offer.urls")),
        path("check/", include("sampan.checks.urls")),
        path("law/", include("sampan.lawbook.urls")),
        path("rights/", include("sampan.rights.urls")),
        path("emergency/", include("sampan.rights.cards")),
    ),
]

handler400 = "sampan.web.views.bad_request"
handler404 = "sampan.web.views.not_found"
handler500 = "sampan.web.views.server_error"
