; Inno Setup's recipe for an installer of the folder that `make package` freezes on Windows:
;   iscc /DVersion=0.1.0 packaging\windows\a4s-gui.iss
[Setup]
AppId=a4s-gui
AppName=A4S selector
AppVersion={#Version}
AppPublisher=a4s_gui contributors
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesEnvironment=no
Compression=lzma2
DefaultDirName={autopf}\A4S selector
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputBaseFilename=a4s-gui-{#Version}-setup
OutputDir=..\..\dist
PrivilegesRequired=lowest
SetupIconFile=..\..\build\icons\a4s-gui.ico
SolidCompression=yes
UninstallDisplayIcon={app}\a4s-gui-window.exe

[Files]
Source: "..\..\build\frozen\a4s-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\A4S selector"; Filename: "{app}\a4s-gui-window.exe"
