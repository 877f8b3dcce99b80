"""What the error codes of the SMS service come to, as groups for which a person finds one sentence.

The 94 codes of the service itself and those that every service of Tencent Cloud shares, as data.
The words of each group belong to the window. Sources: tencent-cloud-sms.md 4 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # The keys are not those of an account, or the key was deleted or changed.
    "key": (
        "AuthFailure.InvalidAuthorization",
        "AuthFailure.InvalidSecretId",
        "AuthFailure.SecretIdNotFound",
        "AuthFailure.SignatureFailure",
        "AuthFailure.TokenFailure",
    ),
    # This computer's clock is more than five minutes off.
    "clock": (
        "InternalError.RequestTimeException",
        "AuthFailure.SignatureExpire",
    ),
    # The account may not ask this (Cloud Access Management).
    "rights": (
        "UnauthorizedOperation.RequestPermissionDeny",
        "AuthFailure.MFAFailure",
        "AuthFailure.UnauthorizedOperation",
        "UnauthorizedOperation",
    ),
    # An individual account, where only an organization may.
    "individual": (
        "FailedOperation.NotEnterpriseCertification",
        "FailedOperation.ForbidAddMarketingTemplates",
        "UnauthorizedOperation.IndividualUserMarketingSmsPermissionDeny",
    ),
    # A sub-account, where only the main account may.
    "sub_account": ("FailedOperation.ProhibitSubAccountUse",),
    # The service is not in this region.
    "region": (
        "UnsupportedOperation.UnsupportedRegion",
        "UnsupportedRegion",
    ),
    # The account takes questions from certain addresses only.
    "address": (
        "UnauthorizedOperation.RequestIpNotInWhitelist",
        "IpInBlacklist",
        "IpNotInWhitelist",
    ),
    # The SMS app is not of this account, or is switched off.
    "sms_app": (
        "InvalidParameter.AppidAndBizId",
        "InvalidParameterValue.SdkAppIdNotExist",
        "UnauthorizedOperation.SdkAppIdIsDisabled",
        "UnauthorizedOperation.SmsSdkAppIdVerifyFail",
    ),
    # This site does not have the question.
    "action": (
        "ActionOffline",
        "InvalidAction",
        "NoSuchProduct",
        "NoSuchVersion",
        "UnsupportedOperation",
    ),
    # Too many questions in a second.
    "busy": (
        "RequestLimitExceeded",
        "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
        "RequestLimitExceeded.IPLimitExceeded",
    ),
    # The account is in debt, and the service stopped.
    "arrears": ("UnauthorizedOperation.ServiceSuspendDueToArrears",),
    # The package is used up.
    "balance": ("FailedOperation.InsufficientBalanceInSmsPackage",),
    # The signature is missing, not approved, or out of form.
    "signature": (
        "FailedOperation.MissingSignature",
        "FailedOperation.MissingSignatureList",
        "FailedOperation.MissingSignatureToModify",
        "FailedOperation.SignIdNotExist",
        "FailedOperation.SignNumberLimit",
        "FailedOperation.SignatureIncorrectOrUnapproved",
        "FailedOperation.QualificationIdNotApproved",
        "InvalidParameterValue.QualificationIdNotFound",
        "InvalidParameterValue.SignAlreadyPassedCheck",
        "InvalidParameterValue.SignExistAndUnapproved",
        "InvalidParameterValue.SignNameLengthTooLong",
        "InvalidParameterValue.InvalidSignPurpose",
        "InvalidParameterValue.InvalidDocumentType",
        "InvalidParameterValue.InvalidUsedMethod",
        "InvalidParameterValue.ImageInvalid",
    ),
    # The template is missing, not approved, or out of form.
    "template": (
        "FailedOperation.MissingTemplateList",
        "FailedOperation.MissingTemplateToModify",
        "FailedOperation.TemplateAlreadyPassedCheck",
        "FailedOperation.TemplateIdNotExist",
        "FailedOperation.TemplateIncorrectOrUnapproved",
        "FailedOperation.TemplateNumberLimit",
        "FailedOperation.TemplateUnapprovedOrNotExist",
        "InvalidParameterValue.InvalidTemplateFormat",
        "InvalidParameterValue.UnsupportedTemplateVariable",
    ),
    # What stands in the blanks does not fit the template.
    "blanks": (
        "FailedOperation.TemplateParamSetNotMatchApprovedTemplate",
        "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
        "InvalidParameterValue.TemplateParameterFormatError",
        "InvalidParameterValue.TemplateParameterLengthLimit",
    ),
    # The text has a blocked word, is too long, or lacks the way out.
    "text": (
        "FailedOperation.ContainSensitiveWord",
        "InvalidParameter.DirtyWordFound",
        "InvalidParameterValue.ContentLengthLimit",
        "InvalidParameterValue.TemplateWithDirtyWords",
        "InvalidParameterValue.MarketingTemplateWithoutUnsubscribe",
    ),
    # A marketing text outside 08:00-22:00.
    "hours": ("FailedOperation.MarketingSendTimeConstraint",),
    # A phone number that cannot be read.
    "number": (
        "FailedOperation.PhoneNumberParseFail",
        "InvalidParameterValue.IncorrectPhoneNumber",
    ),
    # The number opted out, or its carrier blocks it.
    "blocked": ("FailedOperation.PhoneNumberInBlacklist",),
    # Mainland and global numbers or templates in one.
    "mixed": (
        "UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone",
        "UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber",
        "UnsupportedOperation.ContainDomesticPhoneNumber",
        "UnsupportedOperation.GlobalTemplateToChineseMainlandPhone",
    ),
    # A country that is not on the app's list.
    "country": ("LimitExceeded.AppCountryOrRegionInBlacklist",),
    # A limit of the service or of the account is reached.
    "limits": (
        "LimitExceeded.AppCountryOrRegionDailyLimit",
        "LimitExceeded.AppDailyLimit",
        "LimitExceeded.AppGlobalDailyLimit",
        "LimitExceeded.AppMainlandChinaDailyLimit",
        "LimitExceeded.DailyLimit",
        "LimitExceeded.DeliveryFrequencyLimit",
        "LimitExceeded.GlobalSmsSendingRateLimit",
        "LimitExceeded.PhoneNumberDailyLimit",
        "LimitExceeded.PhoneNumberOneHourLimit",
        "LimitExceeded.PhoneNumberSameContentDailyLimit",
        "LimitExceeded.PhoneNumberThirtySecondLimit",
        "LimitExceeded",
    ),
    # A fault on the side of the service; later it may go.
    "service": (
        "FailedOperation.OtherError",
        "FailedOperation.ParametersOtherError",
        "InternalError.JsonParseFail",
        "InternalError.OtherError",
        "InternalError.ParseBackendResponseFail",
        "InternalError.RestApiInterfaceNotExist",
        "InternalError.SendAndRecvFail",
        "InternalError.SigFieldMissing",
        "InternalError.SigVerificationFail",
        "InternalError.Timeout",
        "InternalError.UnknownError",
        "FailedOperation",
        "InternalError",
        "ResourceUnavailable",
        "ServiceUnavailable",
    ),
    # This program asked in a way that the service does not take.
    "ours": (
        "FailedOperation.FailResolvePacket",
        "FailedOperation.JsonParseFail",
        "InvalidParameter.InvalidParameters",
        "InvalidParameterValue.BeginTimeVerifyFail",
        "InvalidParameterValue.EndTimeVerifyFail",
        "InvalidParameterValue.InvalidInternational",
        "InvalidParameterValue.InvalidSmsType",
        "InvalidParameterValue.InvalidStartTime",
        "InvalidParameterValue.LimitVerifyFail",
        "InvalidParameterValue.MultiSmsInfoSetEmpty",
        "InvalidParameterValue.OffsetVerifyFail",
        "LimitExceeded.PhoneNumberCountLimit",
        "MissingParameter.EmptyPhoneNumberSet",
        "DryRunOperation",
        "InvalidParameter",
        "InvalidParameterValue",
        "InvalidRequest",
        "MissingParameter",
        "UnknownParameter",
    ),
}

GROUPS: Final[tuple[str, ...]] = (*_CODES, "unknown")
"""Every group; "unknown" is for codes of tomorrow."""

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {code: group for group, codes in _CODES.items() for code in codes}
)
"""Code → group."""

_ARREARS = "UnauthorizedOperation.ServiceSuspendDueToArrears"

OLDER_SPELLINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "FailedOperation.PhoneNumberOnBlacklist": "FailedOperation.PhoneNumberInBlacklist",
        "UnauthorizedOperation.SerivceSuspendDueToArrears": _ARREARS,
        "UnsupportedOperation.UnsuportedRegion": "UnsupportedOperation.UnsupportedRegion",
    }
)
"""As older versions of the service write some codes → as `CODES` has them."""


def group_of(code: str) -> str:
    """The group of a code; of its family (the part before the dot) where only that is known."""
    known = OLDER_SPELLINGS.get(code, code)
    return CODES.get(known) or CODES.get(known.partition(".")[0], "unknown")
