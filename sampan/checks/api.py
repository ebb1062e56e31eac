"""Every check that is declared as data for programs: a document in, the verdict out. Nothing that is sent is kept.

POST /api/check/<name> takes a document of that format as JSON; GET /api/formats/<name> tells the format as a
JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import Router

from sampan.checks import every
from sampan.checks.check import Check
from sampan.checks.reading import read_json
from sampan.checks.schema import Schema, schema
from sampan.rulebook.errors import BadInput


def described(body: Schema) -> dict[str, Any]:
    """What the API's own document says of a check's body and answers."""
    taken = {k: v for k, v in body.items() if k != "$schema"}
    return {
        "requestBody": {"required": True, "content": {"application/json": {"schema": taken}}},
        "responses": {
            200: {"description": "The verdict, format sampan-verdict/1"},
            400: {"description": "What is wrong with the document, format sampan-error/1"},
            413: {"description": "The body is over 1 MB, format sampan-error/1"},
        },
    }


def answered(request: HttpRequest, answer: Callable[[object], dict[str, Any]]) -> JsonResponse:
    """The verdict on the document in the body, or what is wrong with it."""
    try:
        return JsonResponse(answer(read_json("", request.body.decode())))
    except UnicodeDecodeError:
        message, remedy = _("The body is not UTF-8 text."), _("Send one document as a JSON object.")
        errors = [{"file": "", "key": "body", "message": message, "remedy": remedy}]
    except BadInput as error:
        errors = error.errors
    return JsonResponse({"format": "sampan-error/1", "errors": errors}, status=400)


def _add(router: Router, check: Check) -> None:
    slug, body = check.name.replace("_", "-"), schema(check)

    def judge(request: HttpRequest) -> JsonResponse:
        """Hold a document against the law in force on its dates."""
        return answered(request, check.answer)

    def tell(request: HttpRequest) -> JsonResponse:
        """The JSON Schema of what the check takes."""
        return JsonResponse(body)

    router.post(f"check/{slug}", openapi_extra=described(body), operation_id=f"check_{check.name}",
                summary=check.title)(judge)
    router.get(f"formats/{slug}", operation_id=f"{check.name}_format",
               summary=f"The format {check.format} as JSON Schema")(tell)


def all_checks() -> Router:
    """The addresses of every check."""
    router = Router(tags=["checks"])
    for name in every.NAMES:
        _add(router, every.find(name))
    return router
