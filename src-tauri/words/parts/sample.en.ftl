# The sample shop.

sample-not-empty = There is something in this shop already. The sample opens only in an empty shop.
sample-none = There is no sample data in this shop.
sample-working = Filling the sample shop
