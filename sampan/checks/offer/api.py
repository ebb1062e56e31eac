"""The offer check for programs: an offer in, the verdict out. Nothing that is sent is kept.

POST /api/check/offer takes a document of the format sampan-offer/1 as JSON; GET /api/formats/offer tells
that format as a JSON Schema.
"""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from ninja import Router

from sampan.checks.api import answered, described
from sampan.checks.offer.result import check_offer
from sampan.checks.offer.schema import offer_schema

router = Router(tags=["offer"])


@router.post("check/offer", openapi_extra=described(offer_schema()), operation_id="check_offer",
             summary="Check an offer")
def check(request: HttpRequest) -> JsonResponse:
    """Hold an offer against the law in force on its dates."""
    return answered(request, check_offer)


@router.get("formats/offer", operation_id="offer_format", summary="The format sampan-offer/1 as JSON Schema")
def formats(request: HttpRequest) -> JsonResponse:
    """The JSON Schema of what `check/offer` takes."""
    return JsonResponse(offer_schema())
