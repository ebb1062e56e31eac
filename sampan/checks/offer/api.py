"""The offer check for programs: an offer in, the verdict out. Nothing that is sent is kept.

POST /api/check/offer takes a document of the format sampan-offer/1 as JSON; GET /api/formats/offer tells
that format as a JSON Schema.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import Router

from sampan.checks.offer.result import check_offer
from sampan.checks.offer.schema import offer_schema
from sampan.checks.reading import read_json
from sampan.rulebook.errors import BadInput

router = Router(tags=["offer"])
_SCHEMA = {k: v for k, v in offer_schema().items() if k != "$schema"}
_BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": _SCHEMA}}}}
_ANSWERS = {
    "responses": {
        200: {"description": "The verdict, format sampan-verdict/1"},
        400: {"description": "What is wrong with the offer, format sampan-error/1"},
        413: {"description": "The body is over 1 MB, format sampan-error/1"},
    }
}


def _error(errors: list[dict[str, str]]) -> JsonResponse:
    return JsonResponse({"format": "sampan-error/1", "errors": errors}, status=400)


@router.post("check/offer", openapi_extra={**_BODY, **_ANSWERS}, operation_id="check_offer", summary="Check an offer")
def check(request: HttpRequest) -> JsonResponse:
    """Hold an offer against the law in force on its dates."""
    try:
        return JsonResponse(check_offer(read_json("", request.body.decode())))
    except UnicodeDecodeError:
        message, remedy = _("The body is not UTF-8 text."), _("Send one offer as a JSON object.")
        return _error([{"file": "", "key": "body", "message": message, "remedy": remedy}])
    except BadInput as error:
        return _error(error.errors)


@router.get("formats/offer", operation_id="offer_format", summary="The format sampan-offer/1 as JSON Schema")
def formats(request: HttpRequest) -> Any:
    """The JSON Schema of what `check/offer` takes."""
    return JsonResponse(offer_schema())
