"""Raw pages for tests: a plausible article between a menu and teasers."""

FERRY = """Harbour Ledger
Home
News
Business
Subscribe
Ferry fares rise after record summer
By Dana Whitlock
November 12, 2026
The council of Port Corran voted on Thursday to raise ferry fares by eight per cent from January, the third rise in two years, after passenger numbers on the Skerry line passed four million for the first time.

Councillors said the money would pay for two electric ferries that the yard at Brackwater is to deliver in 2028. The vessels will cost 61 million crowns, of which the state pays a third.

"Nobody likes to pay more, but nobody likes to be left on the quay either," said Mira Solheim, who heads the transport committee. She promised that the islanders' season ticket would stay at its old price until 2029.

The islands' business association called the rise a mistake. It expects day visitors, who made up most of last summer's record, to turn to the bridge at Vannes instead.
Advertisement
You May Also Like
Introduction In a world of rising costs, harbour towns everywhere are looking for new ways to...
Ten walks along the coast that will make you forget the...
© 2026 Harbour Ledger. All rights reserved.
"""

LIBRARY = """Northgate Courier
Menu
Sport
Library opens on Sundays again
Nov 14, 2026
The town library will open on Sundays from the first week of December, the council said on Friday, four years after the hours were cut to save money.

Eleven volunteers and two librarians will share the shift, which runs from noon until six. The reading room keeps its weekday hours, and the children's corner stays open an hour longer.

"We counted the people who rattled at the door last winter," said Otto Brandt, the chief librarian. "There were more of them than on a Tuesday morning."
Share this article
Sign up for our newsletter
"""
