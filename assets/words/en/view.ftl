### Saved filters of the queue.

view-menu = Filters
view-none = No saved filters
view-save = Save this filter…
view-name = Name of the filter
view-name-hint = A filter of the same name is replaced
view-need-name = Name the filter
view-saved = Filter saved: { $name }
view-delete = Delete the filter: { $name }
view-deleted = Filter deleted: { $name }
view-unknown = This filter cannot be read. Delete it and save it again.
