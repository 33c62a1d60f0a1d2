; The installer for Windows: for one person, without an administrator. Made by tools/bundle/windows.py, which defines
; TOP (the folder to install), OUT (the file to write), VERSION and SIZE (in KB).
Target amd64-unicode
SetCompressor /SOLID lzma
!include "MUI2.nsh"

Name "Annals"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Annals"
InstallDirRegKey HKCU "Software\Annals\Setup" "Folder"
RequestExecutionLevel user
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Annals"
VIAddVersionKey "FileDescription" "Annals"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Annals"
!define CLASSES "Software\Classes"
!define MUI_ICON "${TOP}\annals.ico"
!define MUI_UNICON "${TOP}\annals.ico"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "English"

LangString OPEN_IT ${LANG_SIMPCHINESE} "Annals 正在运行，文件未作改动。请关闭 Annals 后重试。"
LangString OPEN_IT ${LANG_TRADCHINESE} "Annals 正在執行，檔案未作改動。請關閉 Annals 後重試。"
LangString OPEN_IT ${LANG_ENGLISH} "Annals is running; nothing was changed. Close Annals, then try again."
LangString OLD_WINDOWS ${LANG_SIMPCHINESE} "Annals 需要 64 位的 Windows 10 或更新版本。"
LangString OLD_WINDOWS ${LANG_TRADCHINESE} "Annals 需要 64 位元的 Windows 10 或更新版本。"
LangString OLD_WINDOWS ${LANG_ENGLISH} "Annals needs Windows 10 or newer, 64 bits."
LangString WORKSPACE ${LANG_SIMPCHINESE} "Annals 工作区"
LangString WORKSPACE ${LANG_TRADCHINESE} "Annals 工作區"
LangString WORKSPACE ${LANG_ENGLISH} "Annals workspace"
LangString PACK ${LANG_SIMPCHINESE} "Annals 填报包"
LangString PACK ${LANG_TRADCHINESE} "Annals 填報包"
LangString PACK ${LANG_ENGLISH} "Annals pack"

!include "WinVer.nsh"

Function Start
  Exec '"$INSTDIR\python\pythonw.exe" "$INSTDIR\start.py"'
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

; A program that runs holds its folder: then it cannot be renamed, and nothing has been touched yet.
!macro REMOVE_PROGRAM
  IfFileExists "$INSTDIR\python\*.*" 0 +6
    ClearErrors
    Rename "$INSTDIR\python" "$INSTDIR\python-old"
    IfErrors 0 +3
      MessageBox MB_ICONSTOP "$(OPEN_IT)" /SD IDOK
      Abort "$(OPEN_IT)"
  RMDir /r "$INSTDIR\python-old"
  RMDir /r "$INSTDIR\packages"
!macroend

!macro KIND SUFFIX CLASS WORDS
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\annals.ico"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\python\pythonw.exe" "$INSTDIR\start.py" "%1"'
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${CLASS}"
!macroend

Section
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${TOP}\*.*"
  CreateShortCut "$SMPROGRAMS\Annals.lnk" "$INSTDIR\python\pythonw.exe" '"$INSTDIR\start.py"' "$INSTDIR\annals.ico"
  !insertmacro KIND ".annals" "Annals.Workspace" "$(WORKSPACE)"
  !insertmacro KIND ".annalspack" "Annals.Pack" "$(PACK)"
  WriteRegStr HKCU "Software\Annals\Setup" "Folder" "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Annals"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\annals.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Annals"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Only what the installer has put there: workspaces, settings, backups and whatever somebody kept in the folder stay.
Section "Uninstall"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\start.py"
  Delete "$INSTDIR\annals.cmd"
  Delete "$INSTDIR\Annals window.cmd"
  Delete "$INSTDIR\annals.ico"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\THIRD-PARTY-NOTICES.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Annals.lnk"
  DeleteRegKey HKCU "${CLASSES}\Annals.Workspace"
  DeleteRegKey HKCU "${CLASSES}\Annals.Pack"
  DeleteRegKey HKCU "${CLASSES}\.annals"
  DeleteRegKey HKCU "${CLASSES}\.annalspack"
  DeleteRegKey HKCU "Software\Annals\Setup"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
