"""How a desktop of Linux knows the program and its files: menu entry, kinds of file, icon."""

from __future__ import annotations

ENTRY = """[Desktop Entry]
Type=Application
Name=Annals
GenericName=CSR / ESG report
GenericName[zh_CN]=社会责任报告编制
GenericName[zh_TW]=社會責任報告編製
GenericName[zh_HK]=社會責任報告編製
Exec={program} %f
Icon=annals
Terminal=false
Categories=Office;
MimeType=application/x-annals;application/x-annals-pack;
StartupWMClass=annals
"""

KINDS = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-annals">
    <comment>Annals workspace</comment>
    <comment xml:lang="zh_CN">Annals 工作区</comment>
    <comment xml:lang="zh_TW">Annals 工作區</comment>
    <comment xml:lang="zh_HK">Annals 工作區</comment>
    <sub-class-of type="application/octet-stream"/>
    <icon name="annals"/>
    <glob weight="80" pattern="*.annals"/>
  </mime-type>
  <mime-type type="application/x-annals-pack">
    <comment>Annals pack</comment>
    <comment xml:lang="zh_CN">Annals 填报包</comment>
    <comment xml:lang="zh_TW">Annals 填報包</comment>
    <comment xml:lang="zh_HK">Annals 填報包</comment>
    <sub-class-of type="application/zip"/>
    <icon name="annals"/>
    <glob weight="80" pattern="*.annalspack"/>
  </mime-type>
</mime-info>
"""
