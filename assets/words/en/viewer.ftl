### The viewer of documents.

viewer-documents = Copies of documents
viewer-none = No copies came with the application
viewer-page = Page { NUMBER($page) } of { NUMBER($of) }
viewer-pages =
    { $count ->
        [one] { NUMBER($count) } page
       *[other] { NUMBER($count) } pages
    }
viewer-smaller = Smaller
viewer-larger = Larger
viewer-by-width = by width
viewer-fit = Fit the width
viewer-rotate = Turn clockwise
viewer-pair = Two documents side by side
viewer-evidence = the open check is about this document
viewer-broken = The document could not be opened
viewer-broken-about = The file is damaged or not whole. The data of the case are safe. Fetch the copy from the platform again and take the application in anew.
viewer-lost = The copy could not be read. The data of the case are safe; open the case again.
viewer-other = Files of this kind are not shown in the window
