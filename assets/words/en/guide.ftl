### The hint: what to do at every stage of a case and on which paragraph of the Rules it stands.

guide-title = What to do
guide-show = Show the hint
guide-hide = Hide the hint
guide-in-review = Look at the copies beside the application and decide the checks that wait for a person. If everything fits, forward the application to the mobility centre. If something fails, refuse and name all grounds at once.
guide-refusal-drafted = Read the refusal in both languages. The supervisor signs it or gives it back with a remark; until it is signed it stays a draft.
guide-refused = The refusal is signed. Print it; the mobility centre sends it to the claimant, then mark that it was sent.
guide-at-mobility-centre = Forward the application to the recognition centre the claimant has chosen.
guide-at-recognition-centre = The recognition centre is to answer; the Rules set no term for it. If it is silent, remind it; record the answer on the day it comes.
guide-declined = The centre has declined. If it gave no reasons, ask for them; then draft the refusal.
guide-decline-drafted = Read the refusal in both languages. The supervisor signs it or gives it back with a remark; until it is signed it stays a draft.
guide-decline-formed = The refusal is signed. Send it to the claimant and mark that it was sent.
guide-refusal-sent = The refusal has been sent. Nothing more is to be done on this application.
guide-confirmed = The centre has confirmed. Issue the voucher and send it to the claimant: it carries the day of issue, the last day, the IIN and the name of the recognition centre.
guide-issued = Watch the last day of the voucher. If the claimant was ill, take in the sick-leave sheet: the voucher is extended by the days named there.
guide-used = The voucher has been used. Record the date of the protocol when the commission signs it: the term of the act runs from it.
guide-protocol = The protocol is signed. The recognition centre sends the act of services; register it on the day it comes.
guide-act-received = Compare the act with the voucher and the protocol. The sum may not exceed the cap; if something is wrong, return the act with the reasons.
guide-act-returned = The act went back to the recognition centre. Wait for a new one.
guide-act-accepted = Pay the recognition centre and, where it is due, the aid to the claimant; then mark that the payment went through.
guide-closed = The case is closed. Its papers stay here; everything done with it is in the journal.
guide-annulled = The voucher has run out and is annulled. If the claimant was ill in time and the sheet came later, propose to reinstate it.
guide-withdrawn = The claimant has withdrawn the application. Nothing more is to be done on it.
