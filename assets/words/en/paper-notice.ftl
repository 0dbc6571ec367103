# Notices about a voucher: extension (par. 12–13), annulment (par. 11), reinstatement.
paper-notice-file-title = Notice { $subject } No. { $number } of { $date }
paper-notice-voucher = This is about the one-time voucher No. { $number } ({ $dated }) issued to you for the recognition of a qualification in the profession “{ $profession }”.
paper-notice-extension-subject = of the extension of a one-time voucher
paper-notice-extension-text = Under paragraphs 12 and 13 of the Rules No. 380 the voucher is extended by { $days ->
    [one] { $days } day
   *[other] { $days } days
} of temporary incapacity. The last day was { $before }; the voucher is now valid { $through }.
paper-notice-extension-count = Days of incapacity stated in the sheets are counted; a day in two sheets is counted once.
paper-notice-extension-sheet = Sheet of temporary incapacity, No.
paper-notice-extension-from = from
paper-notice-extension-to = to
paper-notice-extension-counted = days counted
paper-notice-extension-use = Present the voucher at the recognition centre and begin the procedure no later than the new last day. Your cabinet on the digital platform shows the new date.
paper-notice-annulment-subject = of the annulment of a one-time voucher
paper-notice-annulment-text = The last day of validity was { $last }. Nothing shows that you began the procedure by the end of that day; so the voucher was annulled automatically under paragraph 11 of the Rules No. 380 ({ $annulled }).
paper-notice-annulment-proof = If you began in time or were ill while the voucher was valid, say so and attach the confirmation of the recognition centre or the sheet of temporary incapacity: the voucher can be reinstated.
paper-notice-annulment-again-from = If the voucher was not used, you can apply again from { $from }: a voucher is given once a year.
paper-notice-annulment-again = If the voucher was not used, you can apply again next year: a voucher is given once a year.
paper-notice-reinstatement-subject = of the reinstatement of a one-time voucher
paper-notice-reinstatement-text = The voucher was annulled as unused ({ $annulled }). Since then this was proved: { $fact }. So two officials have undone the annulment, and the voucher is valid again.
paper-notice-reinstatement-until = The voucher is valid { $through }. Your cabinet on the digital platform shows the new date.
paper-notice-title = Notice
