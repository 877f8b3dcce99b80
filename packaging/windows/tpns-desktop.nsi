; The Windows installer: for the person who runs it, without an administrator.
;
; Made by `packaging/build.py windows`, which gives NAME, TITLE, VERSION, PAYLOAD (the frozen
; folder) and the rest. Silent: setup.exe /S [/D=folder]; removal: uninstall.exe /S.
; Data, settings and keys are the person's: neither an upgrade nor a removal touches them.

Unicode true
; Wine of 64 bits alone runs no 32-bit stub, which is the only one that NSIS for Windows has.
!ifdef TARGET
  Target ${TARGET}
!endif
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"

Name "${TITLE}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${TITLE}"
InstallDirRegKey HKCU "Software\${TITLE}" "Folder"
ManifestDPIAware true
ManifestSupportedOS all
BrandingText "${TITLE} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "${TITLE} setup"
VIAddVersionKey /LANG=1033 "LegalCopyright" "Apache-2.0"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define GUI "${NAME}-gui.exe"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${GUI}"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${TITLE}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"

!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString PROGRAM ${LANG_ENGLISH} "The program"
LangString PROGRAM ${LANG_SIMPCHINESE} "程序"
LangString ON_DESKTOP ${LANG_ENGLISH} "A shortcut on the desktop"
LangString ON_DESKTOP ${LANG_SIMPCHINESE} "桌面快捷方式"
LangString ABOUT_PROGRAM ${LANG_ENGLISH} "${SUMMARY}. It is also put into the Start menu."
LangString ABOUT_PROGRAM ${LANG_SIMPCHINESE} "撰写、核对并通过 TPNS 发送推送。同时放入开始菜单。"
LangString ABOUT_DESKTOP ${LANG_ENGLISH} "Puts ${TITLE} on the desktop as well."
LangString ABOUT_DESKTOP ${LANG_SIMPCHINESE} "在桌面上也放一个 ${TITLE}。"
LangString OPEN_STILL ${LANG_ENGLISH} "${TITLE} is open. Close its window, then try again."
LangString OPEN_STILL ${LANG_SIMPCHINESE} "${TITLE} 正开着。先关闭它的窗口，再重试。"

; A program that runs cannot be overwritten: ask for it to be closed, rather than leave half of it.
!macro NeedClosed un
Function ${un}NeedClosed
  again:
  IfFileExists "$INSTDIR\${GUI}" 0 done
  ClearErrors
  FileOpen $0 "$INSTDIR\${GUI}" a
  IfErrors 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN_STILL)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Abort
  closed:
  FileClose $0
  done:
FunctionEnd
!macroend
!insertmacro NeedClosed ""
!insertmacro NeedClosed "un."

Section "$(PROGRAM)" SectionProgram
  SectionIn RO
  Call NeedClosed
  ; What an older version had and this one has not must not stay: it could be loaded.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${GUI}"
  WriteRegStr HKCU "Software\${TITLE}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${GUI}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "TPNS Desktop maintainers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section /o "$(ON_DESKTOP)" SectionDesktop
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${GUI}"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} "$(ABOUT_PROGRAM)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionDesktop} "$(ABOUT_DESKTOP)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  Call un.NeedClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\${GUI}"
  Delete "$INSTDIR\uninstall.exe"
  ; Not /r: the folder may be one that a person chose, with things of their own in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\${TITLE}"
SectionEnd
