"""Where the manual speaks of what is on the screen: one table, by the class of a place, a part of one or a dialog."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

# Each class with the page of the manual and the English heading below which it is told of.
PLACES: Mapping[str, str] = {
    # places and their parts
    "StartPage": "contact#open-the-pack",
    "MyWorkPage": "contact#my-work",
    "OverviewPage": "editor#overview",
    "RequestsPage": "editor#requests",
    "ReviewPage": "reviewer#review",
    "CameInPage": "editor#what-came-in",
    "SheetPage": "contact#sheet",
    "SectionForm": "contact#sections",
    "IssuesPage": "editor#issues",
    "StructurePage": "editor#structure",
    "CataloguePage": "editor#catalogue",
    "ScanPage": "editor#scan-a-text",
    "ChipEdit": "contact#texts",
    "RecordTable": "contact#records",
    "QuestionLine": "contact#questions",
    "PagePane": "editor#page",
    "IssuePanel": "editor#issues",
    "WorkspaceView": "contact#sections",
    # dialogs
    "WordReportDialog": "editor#next-year",
    "AnswerDialog": "editor#issues",
    "AskDialog": "editor#requests",
    "AssumedDefinitionsDialog": "editor#export",
    "AssuranceDialog": "auditor#assurance",
    "AssurancePackDialog": "auditor#the-pack",
    "CompanyDialog": "editor#structure",
    "BackupsDialog": "administrator#backups",
    "RacesDialog": "administrator#a-database-for-many",
    "ContradictionsDialog": "editor#contradictions",
    "CoverageDialog": "editor#coverage",
    "EmissionSourcesDialog": "editor#emissions",
    "EvidenceDialog": "contact#evidence",
    "ExportDialog": "editor#export",
    "FollowUpDialog": "contact#sections",
    "FreezeNowDialog": "editor#freezes",
    "FreezesDialog": "editor#freezes",
    "HandInDialog": "contact#hand-in",
    "ImportDialog": "editor#import-figures",
    "MergeDialog": "editor#what-came-in",
    "MetricDialog": "editor#structure",
    "NewerDefinitionsDialog": "editor#next-year",
    "NewWorkspaceDialog": "editor#start",
    "NextYearDialog": "editor#next-year",
    "OldNotesDialog": "editor#issues",
    "OwnerDialog": "editor#issues",
    "PassDialog": "contact#my-work",
    "PeopleDialog": "editor#people",
    "PersonDialog": "contact#open-the-pack",
    "PersonFields": "editor#people",
    "PictureDialog": "contact#records",
    "PrintDialog": "editor#page",
    "PrintPreview": "editor#page",
    "ReceivedPackDialog": "contact#open-the-pack",
    "RenewedShareDialog": "contact#open-the-pack",
    "RestateDialog": "contact#sections",
    "SendDialog": "editor#requests",
    "TrustDialog": "administrator#keys-of-people",
    "ValueMakingDialog": "contact#sections",
    "VerifyDialog": "auditor#verify-the-history",
    "WordsDialog": "contact#records",
}


def place_of(widget: QWidget | None) -> str:
    """Return where the manual speaks of a widget, or of the nearest around it that it speaks of; "" for none."""
    while widget is not None:
        if type(widget).__name__ in PLACES:
            return PLACES[type(widget).__name__]
        widget = widget.parentWidget()
    return ""
