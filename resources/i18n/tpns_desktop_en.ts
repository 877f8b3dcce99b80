<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0} and %Ln more</numerusform>
            <numerusform>{0} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message numerus="yes">
        <source>Within an hour of %Ln other(s) to the same people.</source>
        <translation>
            <numerusform>Within an hour of %Ln other to the same people.</numerusform>
            <numerusform>Within an hour of %Ln others to the same people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>%Ln thing(s) to fix</source>
        <translation>
            <numerusform>%Ln thing to fix</numerusform>
            <numerusform>%Ln things to fix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatApps</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) ahead; set it right.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute ahead; set it right.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes ahead; set it right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) behind; set it right.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute behind; set it right.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes behind; set it right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatAudience</name>
    <message numerus="yes">
        <source>%Ln named user(s).</source>
        <translation>
            <numerusform>%Ln named user.</numerusform>
            <numerusform>%Ln named users.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatPeople</name>
    <message numerus="yes">
        <source>%Ln repeated row(s) left out</source>
        <translation>
            <numerusform>%Ln repeated row left out</numerusform>
            <numerusform>%Ln repeated rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) that can&apos;t be an account left out</source>
        <translation>
            <numerusform>%Ln row that can&apos;t be an account left out</numerusform>
            <numerusform>%Ln rows that can&apos;t be an account left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), nobody knew whether the service had heard a batch; it was asked again. That changes nothing twice.</source>
        <translation>
            <numerusform>%Ln time, nobody knew whether the service had heard a batch; it was asked again. That changes nothing twice.</numerusform>
            <numerusform>%Ln times, nobody knew whether the service had heard a batch; it was asked again. That changes nothing twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatResults</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) were left out; they stand below.</source>
        <translation>
            <numerusform>%Ln user were left out; they stand below.</numerusform>
            <numerusform>%Ln users were left out; they stand below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatReview</name>
    <message numerus="yes">
        <source>%Ln user(s) of {0}</source>
        <translation>
            <numerusform>%Ln user of {0}</numerusform>
            <numerusform>%Ln users of {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln user(s)</source>
        <translation>
            <numerusform>Send to %Ln user</numerusform>
            <numerusform>Send to %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message numerus="yes">
        <source>%Ln to confirm with a tick. Run again at the moment you confirm.</source>
        <translation>
            <numerusform>%Ln to confirm with a tick. Run again at the moment you confirm.</numerusform>
            <numerusform>%Ln to confirm with a tick. Run again at the moment you confirm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clearing</name>
    <message numerus="yes">
        <source>%Ln draft(s) that were sent as they stand go with them.</source>
        <translation>
            <numerusform>%Ln draft that were sent as they stand go with them.</numerusform>
            <numerusform>%Ln drafts that were sent as they stand go with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) older than 24 hours go, with text, people and figures.</source>
        <translation>
            <numerusform>%Ln push older than 24 hours go, with text, people and figures.</numerusform>
            <numerusform>%Ln pushes older than 24 hours go, with text, people and figures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) stay because they are on hold or not settled yet.</source>
        <translation>
            <numerusform>%Ln push stay because they are on hold or not settled yet.</numerusform>
            <numerusform>%Ln pushes stay because they are on hold or not settled yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) stay: of the last 24 hours, or still to go out.</source>
        <translation>
            <numerusform>%Ln push stay: of the last 24 hours, or still to go out.</numerusform>
            <numerusform>%Ln pushes stay: of the last 24 hours, or still to go out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) were cleared.</source>
        <translation>
            <numerusform>%Ln push were cleared.</numerusform>
            <numerusform>%Ln pushes were cleared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message numerus="yes">
        <source>%Ln test device(s)</source>
        <translation>
            <numerusform>%Ln test device</numerusform>
            <numerusform>%Ln test devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsScreen</name>
    <message numerus="yes">
        <source>%Ln draft(s)</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s)</source>
        <translation>
            <numerusform>%Ln template</numerusform>
            <numerusform>%Ln templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureNotes</name>
    <message numerus="yes">
        <source>%Ln question(s) left this hour; figures update every {0}</source>
        <translation>
            <numerusform>%Ln question left this hour; figures update every {0}</numerusform>
            <numerusform>%Ln questions left this hour; figures update every {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as your last %Ln push(es) of this kind</source>
        <translation>
            <numerusform>as your last %Ln push of this kind</numerusform>
            <numerusform>as your last %Ln pushes of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same as in %Ln earlier push(es), too few for an average</source>
        <translation>
            <numerusform>the same as in %Ln earlier push, too few for an average</numerusform>
            <numerusform>the same as in %Ln earlier pushes, too few for an average</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} points against only %Ln earlier push(es)</source>
        <translation>
            <numerusform>{0} points against only %Ln earlier push</numerusform>
            <numerusform>{0} points against only %Ln earlier pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} points against your last %Ln push(es)</source>
        <translation>
            <numerusform>{0} points against your last %Ln push</numerusform>
            <numerusform>{0} points against your last %Ln pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldBar</name>
    <message numerus="yes">
        <source>On hold — sending in %Ln s. Nothing has left this computer.</source>
        <translation>
            <numerusform>On hold — sending in %Ln s. Nothing has left this computer.</numerusform>
            <numerusform>On hold — sending in %Ln s. Nothing has left this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your list is uploaded. No push has been requested yet. Sending in %Ln s.</source>
        <translation>
            <numerusform>Your list is uploaded. No push has been requested yet. Sending in %Ln s.</numerusform>
            <numerusform>Your list is uploaded. No push has been requested yet. Sending in %Ln s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln part(s) left out</source>
        <translation>
            <numerusform>%Ln part left out</numerusform>
            <numerusform>%Ln parts left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message numerus="yes">
        <source>… %Ln more</source>
        <translation>
            <numerusform>… %Ln more</numerusform>
            <numerusform>… %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lengths</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) ready</source>
        <translation>
            <numerusform>%Ln account ready</numerusform>
            <numerusform>%Ln accounts ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) ready</source>
        <translation>
            <numerusform>%Ln device ready</numerusform>
            <numerusform>%Ln devices ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) to this list not settled yet: {0}.</source>
        <translation>
            <numerusform>%Ln push to this list is not settled yet: {0}.</numerusform>
            <numerusform>%Ln pushes to this list are not settled yet: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s), each counted once</source>
        <translation>
            <numerusform>%Ln repeat, each counted once</numerusform>
            <numerusform>%Ln repeats, each counted once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cleaned</source>
        <translation>
            <numerusform>%Ln row cleaned</numerusform>
            <numerusform>%Ln rows cleaned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) don&apos;t look like the chosen account type: send them as they are</source>
        <translation>
            <numerusform>%Ln row doesn&apos;t look like the chosen account type: send it as it is</numerusform>
            <numerusform>%Ln rows don&apos;t look like the chosen account type: send them as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>%Ln row left out</numerusform>
            <numerusform>%Ln rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) look as if Excel had changed a number (1.38E+10): send them as they are</source>
        <translation>
            <numerusform>%Ln row looks as if Excel had changed a number (1.38E+10): send it as it is</numerusform>
            <numerusform>%Ln rows look as if Excel had changed a number (1.38E+10): send them as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln empty row(s)</source>
        <translation>
            <numerusform>Leave out %Ln empty row</numerusform>
            <numerusform>Leave out %Ln empty rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln repeat(s)</source>
        <translation>
            <numerusform>Leave out %Ln repeat</numerusform>
            <numerusform>Leave out %Ln repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln row(s) of a wrong length</source>
        <translation>
            <numerusform>Leave out %Ln row of a wrong length</numerusform>
            <numerusform>Leave out %Ln rows of a wrong length</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %Ln row(s) that don&apos;t fit the type</source>
        <translation>
            <numerusform>Leave out %Ln row that doesn&apos;t fit the type</numerusform>
            <numerusform>Leave out %Ln rows that don&apos;t fit the type</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away a comma at the end of %Ln row(s)</source>
        <translation>
            <numerusform>Take away a comma at the end of %Ln row</numerusform>
            <numerusform>Take away a comma at the end of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away quotes around %Ln account(s)</source>
        <translation>
            <numerusform>Take away quotes around %Ln account</numerusform>
            <numerusform>Take away quotes around %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take away spaces around %Ln account(s)</source>
        <translation>
            <numerusform>Take away spaces around %Ln account</numerusform>
            <numerusform>Take away spaces around %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsScreen</name>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem row(s) saved</source>
        <translation>
            <numerusform>%Ln problem row saved</numerusform>
            <numerusform>%Ln problem rows saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendDialog</name>
    <message numerus="yes">
        <source>All %Ln run(s) still due</source>
        <translation>
            <numerusform>All %Ln run still due</numerusform>
            <numerusform>All %Ln runs still due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln run(s)</source>
        <translation>
            <numerusform>Cancel %Ln run</numerusform>
            <numerusform>Cancel %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>%Ln here already</source>
        <translation>
            <numerusform>%Ln here already</numerusform>
            <numerusform>%Ln here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer than here</source>
        <translation>
            <numerusform>%Ln newer than here</numerusform>
            <numerusform>%Ln newer than here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln thing</numerusform>
            <numerusform>%Ln things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) came in.</source>
        <translation>
            <numerusform>%Ln thing came in.</numerusform>
            <numerusform>%Ln things came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln thing(s)</source>
        <translation>
            <numerusform>Bring in %Ln thing</numerusform>
            <numerusform>Bring in %Ln things</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln push(es) had not left when the program ended; nothing is sent by itself.</source>
        <translation>
            <numerusform>%Ln push had not left when the program ended; nothing is sent by itself.</numerusform>
            <numerusform>%Ln pushes had not left when the program ended; nothing is sent by itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) have no answer yet and may have gone out. Check before you send again.</source>
        <translation>
            <numerusform>%Ln push has no answer yet and may have gone out. Check before you send again.</numerusform>
            <numerusform>%Ln pushes have no answer yet and may have gone out. Check before you send again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more not sent</source>
        <translation>
            <numerusform>and %Ln more not sent</numerusform>
            <numerusform>and %Ln more not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more to check</source>
        <translation>
            <numerusform>and %Ln more to check</numerusform>
            <numerusform>and %Ln more to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message numerus="yes">
        <source>%Ln more phone(s) of this account were not looked at.</source>
        <translation>
            <numerusform>%Ln more phone of this account were not looked at.</numerusform>
            <numerusform>%Ln more phones of this account were not looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln push</numerusform>
            <numerusform>%Ln pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) of today were meant for the phone {0}.</source>
        <translation>
            <numerusform>%Ln push of today were meant for the phone {0}.</numerusform>
            <numerusform>%Ln pushes of today were meant for the phone {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} is bound to %Ln phone(s) ({1}).</source>
        <translation>
            <numerusform>{0} is bound to %Ln phone ({1}).</numerusform>
            <numerusform>{0} is bound to %Ln phones ({1}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>%Ln plan(s) found</source>
        <translation>
            <numerusform>%Ln plan found</numerusform>
            <numerusform>%Ln plans found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message numerus="yes">
        <source>%Ln more plan(s) can be made today.</source>
        <translation>
            <numerusform>%Ln more plan can be made today.</numerusform>
            <numerusform>%Ln more plans can be made today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them has (have) no figures yet.</source>
        <translation>
            <numerusform>%Ln of them has no figures yet.</numerusform>
            <numerusform>%Ln of them have no figures yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln push</numerusform>
            <numerusform>%Ln pushes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) sent from here</source>
        <translation>
            <numerusform>%Ln push sent from here</numerusform>
            <numerusform>%Ln pushes sent from here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) sent from here named it and come back with it.</source>
        <translation>
            <numerusform>%Ln push sent from here named it and come back with it.</numerusform>
            <numerusform>%Ln pushes sent from here named it and come back with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added up from %Ln push(es) sent from here.</source>
        <translation>
            <numerusform>Added up from %Ln push sent from here.</numerusform>
            <numerusform>Added up from %Ln pushes sent from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlansList</name>
    <message numerus="yes">
        <source>%Ln plan(s) of your own</source>
        <translation>
            <numerusform>%Ln plan of your own</numerusform>
            <numerusform>%Ln plans of your own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln hidden plan(s)</source>
        <translation>
            <numerusform>Show %Ln hidden plan</numerusform>
            <numerusform>Show %Ln hidden plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsLeft</name>
    <message numerus="yes">
        <source>%Ln question(s) to TPNS left this hour</source>
        <translation>
            <numerusform>%Ln question to TPNS left this hour</numerusform>
            <numerusform>%Ln questions to TPNS left this hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%Ln other setting(s)</source>
        <translation>
            <numerusform>%Ln other setting</numerusform>
            <numerusform>%Ln other settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>%Ln push(es) of it not settled: without its keys they can no longer be looked up.</source>
        <translation>
            <numerusform>%Ln push of it is not settled: without its keys it can no longer be looked up.</numerusform>
            <numerusform>%Ln pushes of it are not settled: without its keys they can no longer be looked up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln push(es) of it on hold will be taken back.</source>
        <translation>
            <numerusform>%Ln push of it is on hold and will be taken back.</numerusform>
            <numerusform>%Ln pushes of it are on hold and will be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPicture</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message numerus="yes">
        <source>Looked at {0}: %Ln push(es) match.</source>
        <translation>
            <numerusform>Looked at {0}: %Ln push may be it.</numerusform>
            <numerusform>Looked at {0}: %Ln pushes match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%Ln account(s) in {0}</source>
        <translation>
            <numerusform>%Ln account in {0}</numerusform>
            <numerusform>%Ln accounts in {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) in {0}</source>
        <translation>
            <numerusform>%Ln device in {0}</numerusform>
            <numerusform>%Ln devices in {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s) left out</source>
        <translation>
            <numerusform>%Ln repeat left out</numerusform>
            <numerusform>%Ln repeats left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln account(s)</source>
        <translation>
            <numerusform>Send to %Ln account</numerusform>
            <numerusform>Send to %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %Ln device(s)</source>
        <translation>
            <numerusform>Send to %Ln device</numerusform>
            <numerusform>Send to %Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more</source>
        <translation>
            <numerusform>{0} and %Ln more</numerusform>
            <numerusform>{0} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentScreen</name>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln push</numerusform>
            <numerusform>%Ln pushes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SmsBoxes</name>
    <message numerus="yes">
        <source>%Ln message(s) each</source>
        <translation>
            <numerusform>%Ln message each</numerusform>
            <numerusform>%Ln messages each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SmsBubble</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Testing</name>
    <message numerus="yes">
        <source>Send test to %Ln device(s)</source>
        <translation>
            <numerusform>Send test to %Ln device</numerusform>
            <numerusform>Send test to %Ln devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other push(es) of yours sent texts with it in these hours.</source>
        <translation>
            <numerusform>%Ln other push of yours sent texts with it in these hours.</numerusform>
            <numerusform>%Ln other pushes of yours sent texts with it in these hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s) typed in by hand; the account was not asked about them.</source>
        <translation>
            <numerusform>%Ln template typed in by hand; the account was not asked about it.</numerusform>
            <numerusform>%Ln templates typed in by hand; the account was not asked about them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) so far</source>
        <translation>
            <numerusform>%Ln text so far</numerusform>
            <numerusform>%Ln texts so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) ahead. Set it right, then try again.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute ahead. Set it right, then try again.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes ahead. Set it right, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %Ln minute(s) behind. Set it right, then try again.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %Ln minute behind. Set it right, then try again.</numerusform>
            <numerusform>This computer&apos;s clock is %Ln minutes behind. Set it right, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your largest list of mobile numbers has %Ln. Whether they are bound is not told by TPNS.</source>
        <translation>
            <numerusform>Your largest list of mobile numbers has %Ln. Whether it is bound is not told by TPNS.</numerusform>
            <numerusform>Your largest list of mobile numbers has %Ln. Whether they are bound is not told by TPNS.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriedCard</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln device</numerusform>
            <numerusform>%Ln devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from a file</source>
        <translation>
            <numerusform>%Ln from a file</numerusform>
            <numerusform>%Ln from a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s) removed</source>
        <translation>
            <numerusform>%Ln repeat removed</numerusform>
            <numerusform>%Ln repeats removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln typed in</source>
        <translation>
            <numerusform>%Ln typed in</numerusform>
            <numerusform>%Ln typed in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorldsPart</name>
    <message numerus="yes">
        <source>%Ln push(es)</source>
        <translation>
            <numerusform>%Ln push</numerusform>
            <numerusform>%Ln pushes</numerusform>
        </translation>
    </message>
</context>
</TS>
