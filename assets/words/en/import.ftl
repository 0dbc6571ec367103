### Why a folder was not taken in.

import-folder-unreadable = The folder cannot be opened: check its permissions
import-no-application = There is no application.json in the folder: choose the folder of an application
import-application-unreadable = application.json cannot be read: get the file from the platform again
import-application-too-large = application.json is too large: this is not an application
import-not-text = application.json is not a text in UTF-8: get the file from the platform again
import-not-application = application.json is not an application: { $place } — { $problem }
import-too-many-copies = The application names too many copies: get the folder from the platform again
import-copies-too-large = The copies together are too large: make them smaller and take the folder in again
