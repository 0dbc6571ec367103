# Return of an act with remarks.
paper-return-file-title = Return of the act No. { $act }, { $date }
paper-return-title = Return of the act of services
paper-return-text = The act of services No. { $number } ({ $dated }), received on { $received }, is returned unpaid: the comparison found { $remarks ->
    [one] { $remarks } fault
   *[other] { $remarks } faults
}. All of them are listed below.
paper-return-row = Row of the act
paper-return-remark = Remark
paper-return-source = Requirement
paper-return-next = Correct the act and send it again from the cabinet on the digital platform. The term of payment of paragraph 17 of the Rules No. 380 begins on the day after the corrected act is received.
