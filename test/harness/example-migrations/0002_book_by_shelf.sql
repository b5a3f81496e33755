create index book_by_shelf on book (shelf_id);
