### Taking in an application from a folder.

intake-title = Take in an application
intake-about = The folder must hold application.json and the copies of documents (PDF, JPEG, PNG).
intake-drop = Drop a folder on this window, or choose it
intake-pick = Choose a folder
intake-busy = Reading…
intake-examples = Applications of the demonstration
intake-take = Take in
intake-take-example = Take in: { $name }
intake-example-clean = An application without remarks
intake-example-defective = An application with four defects
intake-example-saturday = Received on a Saturday before a transferred day off
intake-result = What came of it
intake-taken = Application № { $number } taken in
intake-known = was here already, nothing changed
intake-open = Open
